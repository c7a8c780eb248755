package io.huiyin.server.web;

/** A page above this one, by name and address. */
public record Crumb(String name, String address) {}
