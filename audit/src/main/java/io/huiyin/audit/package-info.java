/** The outsider's command line: recomputes results and draws without a server. */
@org.jspecify.annotations.NullMarked
package io.huiyin.audit;
