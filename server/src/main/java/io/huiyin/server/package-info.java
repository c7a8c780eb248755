/** The application: see docs/tour.md. */
@org.jspecify.annotations.NullMarked
package io.huiyin.server;
