/** Reading CSV files row by row and keeping what is rejected, with reasons. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sql", "web"})
@org.jspecify.annotations.NullMarked
package io.huiyin.server.csv;
