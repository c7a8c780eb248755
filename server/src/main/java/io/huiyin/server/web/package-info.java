/** Layout, languages, form errors, paging: what every page shares. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sql"})
@org.jspecify.annotations.NullMarked
package io.huiyin.server.web;
