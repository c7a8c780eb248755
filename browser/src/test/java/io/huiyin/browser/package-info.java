/** Journeys of real people through a real browser, on the demo county as a stranger starts it. */
@org.jspecify.annotations.NullMarked
package io.huiyin.browser;
