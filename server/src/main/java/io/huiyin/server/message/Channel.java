package io.huiyin.server.message;

/** 渠道: how a message reaches somebody. The petitioner's page is always there beside it. */
public enum Channel {
    /** 电子邮件. */
    MAIL,
    /** 短信. */
    SMS
}
