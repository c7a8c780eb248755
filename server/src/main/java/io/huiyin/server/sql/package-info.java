/** Time and stale-row helpers shared by all modules. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package io.huiyin.server.sql;
