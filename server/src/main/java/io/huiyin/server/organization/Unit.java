package io.huiyin.server.organization;

/** 单位: a department or township of the county, or another body that handles matters. */
public record Unit(String code, String name, UnitKind kind) {}
