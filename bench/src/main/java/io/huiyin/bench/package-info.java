/** Load for the measurements in bench/scripts. */
@org.jspecify.annotations.NullMarked
package io.huiyin.bench;
