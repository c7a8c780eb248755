package io.huiyin.server.organization;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 部门, 乡镇 or another kind of unit; units are only ever compared within their kind. */
public enum UnitKind {
    DEPARTMENT("部门"),
    TOWNSHIP("乡镇"),
    OTHER("其他");

    private final String chinese;

    UnitKind(String chinese) {
        this.chinese = chinese;
    }

    /** The word in files, tables and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the English or the Chinese word; null for any other. */
    public static @Nullable UnitKind of(String word) {
        for (UnitKind kind : values()) if (kind.word().equals(word) || kind.chinese.equals(word)) return kind;
        return null;
    }
}
