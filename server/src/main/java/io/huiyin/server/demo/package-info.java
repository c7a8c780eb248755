/** The demo county and its generator. */
@org.jspecify.annotations.NullMarked
package io.huiyin.server.demo;
