package gaitd.robot.record;

import gaitd.runtime.frame.FrameField;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.util.Locale;

/**
 * The layout of a {@link TickFrame}, and of any other frame of fields, as a ROS 1 message: its bytes are such a message as they are,
 * since numbers are little-endian, arrays have fixed lengths, and nothing is between them.
 */
public final class TickSchema {
    /** Name of the schema. */
    public static final String NAME = "gaitd/TickFrame";
    /** Encoding of the schema. */
    public static final String ENCODING = "ros1msg";
    /** Encoding of the messages. */
    public static final String MESSAGES = "ros1";

    private TickSchema() {}

    /**
     * The definition.
     *
     * @return one line for each field: type, name with unit, unit again
     */
    public static String text() {
        return text(TickField.values(), TickFrame.SIZE);
    }

    /**
     * The definition of a frame.
     *
     * @param fields all of them, in the order of their bytes
     * @param size of a frame, bytes
     * @return one line for each field: type, name with unit, unit again
     */
    static String text(final FrameField[] fields, final int size) {
        final StringBuilder text = new StringBuilder();
        int bytes = 0;
        for (final FrameField field : fields) {
            text.append(type(field))
                    .append(field.count() == 1 ? "" : "[" + field.count() + "]")
                    .append(' ')
                    .append(name(field))
                    .append("  # ")
                    .append(field.unit())
                    .append('\n');
            bytes += field.count() * field.kind().bytes;
        }
        if (bytes < size) {
            text.append("uint8[").append(size - bytes).append("] padding\n");
        }
        return text.toString();
    }

    private static String type(final FrameField field) {
        return switch (field.kind()) {
            case I64 -> "int64";
            case F64 -> "float64";
            case I32 -> "int32";
            case F32 -> "float32";
        };
    }

    /**
     * A field's name in logs.
     *
     * @param field which
     * @return its name in small letters, with its unit where all its values have the same
     */
    public static String name(final FrameField field) {
        final String name = field.name().toLowerCase(Locale.ROOT);
        final String unit = field.unit()
                .toLowerCase(Locale.ROOT)
                .replace("^", "")
                .replace("n m", "nm")
                .replaceAll("[^a-z0-9,]+", "_");
        final boolean plain = field.unit().equals("-") || unit.contains(",") || unit.startsWith("as_");
        return plain || name.endsWith("_" + unit) ? name : name + "_" + unit;
    }
}
