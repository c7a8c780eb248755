/** Working days, holidays as data, and the values that law or custom sets, with source and valid-from day. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sql", "web"})
@org.jspecify.annotations.NullMarked
package io.huiyin.server.calendar;
