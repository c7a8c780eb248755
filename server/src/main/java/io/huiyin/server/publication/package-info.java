/** Open data: what anybody may download. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"sql", "web", "identity", "access", "assessment", "spotcheck"})
@org.jspecify.annotations.NullMarked
package io.huiyin.server.publication;
