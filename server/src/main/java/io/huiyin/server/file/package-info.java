/** 附件: what people hand in beside their words, kept without what it would give away about them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sql"})
@org.jspecify.annotations.NullMarked
package io.huiyin.server.file;
