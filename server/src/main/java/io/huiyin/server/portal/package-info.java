/** Pages that mix modules: the public home and the desk. */
@org.jspecify.annotations.NullMarked
package io.huiyin.server.portal;
