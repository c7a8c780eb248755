package io.huiyin.server.organization;

import org.jspecify.annotations.Nullable;

/**
 * 服务事项: a kind of matter.
 *
 * @param promisedDays calendar days promised to the public; null when nothing is promised
 */
public record ServiceItem(
        String code,
        String name,
        ServiceClass serviceClass,
        @Nullable Integer promisedDays) {}
