package io.huiyin.server.organization;

/** 工作人员: somebody who holds a post. */
public record Official(String code, String name) {}
