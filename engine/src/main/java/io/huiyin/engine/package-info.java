/** Survey statistics: how a spot check and the check of every record become a score with its honest interval. */
@org.jspecify.annotations.NullMarked
package io.huiyin.engine;
