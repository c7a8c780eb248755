/** 消息: what is said to people outside the pages, by an outbox in the caller's transaction, e-mail and text messages. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sql", "web"})
@org.jspecify.annotations.NullMarked
package io.huiyin.server.message;
