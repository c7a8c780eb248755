package io.huiyin.server.organization;

import org.jspecify.annotations.Nullable;

/**
 * 岗位: what an official holds from a day to a day; its code is unique within the unit.
 *
 * @param section code of the section it belongs to; null when it belongs to the unit itself
 */
public record Post(String unit, String code, @Nullable String section, String name, boolean isKey) {}
