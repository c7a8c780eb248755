/** The general survey calculator: designs, linear statistics and their errors, equal to R's survey package. */
@org.jspecify.annotations.NullMarked
package io.huiyin.engine.survey;
