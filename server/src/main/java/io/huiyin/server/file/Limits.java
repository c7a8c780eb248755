package io.huiyin.server.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken; settings of the installation, not values of law.
 *
 * @param each most bytes of one file, as it is sent and as it is kept
 * @param together most bytes of all files of one owner
 * @param number most files of one owner
 * @param waiting most bytes, of everybody together, that wait for their owner to be handed in
 */
@ConfigurationProperties("huiyin.files")
record Limits(
        @DefaultValue("10MB") DataSize each,
        @DefaultValue("20MB") DataSize together,
        @DefaultValue("9") int number,
        @DefaultValue("2GB") DataSize waiting) {}
