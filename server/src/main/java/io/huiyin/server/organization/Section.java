package io.huiyin.server.organization;

/** 科室: a part of a unit; its code is unique within the unit. */
public record Section(String unit, String code, String name, boolean isKey) {}
