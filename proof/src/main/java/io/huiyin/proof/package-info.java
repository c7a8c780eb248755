/** Formats that outsiders check: codes, canonical entries, leaf hashes. */
@org.jspecify.annotations.NullMarked
package io.huiyin.proof;
