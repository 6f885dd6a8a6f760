package gaitd.robot.record;

import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What a loop publishes beside itself, in recordings and live; an id is the place from 1. */
public enum LogChannel {
    /** Every tick as it is. */
    TICK("/tick", TickSchema.MESSAGES, TickSchema.NAME),
    /** The trunk in the world, the legs' links. */
    TRANSFORMS("/tf", LogChannel.JSON, "foxglove.FrameTransforms"),
    /** The trunk. */
    POSE("/pose", LogChannel.JSON, "foxglove.PoseInFrame"),
    /** What happens, in words. */
    LOG("/log", LogChannel.JSON, "foxglove.Log"),
    /** The robot as URDF, once. */
    DESCRIPTION("/robot_description", TickSchema.MESSAGES, "std_msgs/String"),
    /** What a learner sends; in recordings only. */
    WEIGHTS("/weights", TickSchema.MESSAGES, WeightsRecord.NAME),
    /** What an adapting policy meets; in recordings only. */
    EXPERIENCE("/experience", TickSchema.MESSAGES, "gaitd/ExperienceFrame");

    /** Those that are there live, the first by id. */
    public static final List<LogChannel> LIVE = List.of(TICK, TRANSFORMS, POSE, LOG, DESCRIPTION);

    private static final String JSON = "json";

    /** Its name. */
    public final String topic;
    /** How its messages are encoded. */
    public final String encoding;
    /** Name of their schema. */
    public final String schemaName;

    LogChannel(final String topic, final String encoding, final String schemaName) {
        this.topic = topic;
        this.encoding = encoding;
        this.schemaName = schemaName;
    }

    /**
     * Its number, and that of its schema.
     *
     * @return from 1
     */
    public int id() {
        return ordinal() + 1;
    }

    /**
     * How the schema is encoded.
     *
     * @return a word of the MCAP registry
     */
    public String schemaEncoding() {
        return encoding.equals(JSON) ? "jsonschema" : TickSchema.ENCODING;
    }

    /**
     * The schema.
     *
     * @return its text
     */
    public String schema() {
        return switch (this) {
            case TICK -> TickSchema.text();
            case DESCRIPTION -> "string data\n";
            case WEIGHTS -> WeightsRecord.TEXT;
            case EXPERIENCE -> TickSchema.text(ExperienceField.values(), ExperienceFrame.SIZE);
            case TRANSFORMS, POSE, LOG -> resource(schemaName.substring(schemaName.indexOf('.') + 1) + ".json");
        };
    }

    private static String resource(final String name) {
        try (InputStream in = Objects.requireNonNull(LogChannel.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
