package gaitd.robot.replay;

import gaitd.mcap.Definitions;
import gaitd.mcap.McapRecord;
import gaitd.robot.record.TickSchema;
import gaitd.runtime.frame.FieldKind;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the fields of recorded ticks are, by the definition in the recording: a recording of another version is read field by field,
 * and what it has not, or in another form, is zero.
 */
final class TickLayout {
    /** What is said of a tick that cannot be read, after the file's name; its length goes into it. */
    static final String REFUSAL =
            ": a tick of %d bytes is not as its definition in the file says; gaitd log check looks for more";

    private static final Pattern LINE = Pattern.compile("(u?int|float)(8|32|64)(?:\\[(\\d{1,6})])? ([a-z0-9_,]+).*");

    private final Map<TickField, Integer> places = new EnumMap<>(TickField.class);
    private final Set<TickField> missing = EnumSet.noneOf(TickField.class);
    private final int bytes;

    private record Place(FieldKind kind, int count, int offset) {}

    private TickLayout(final Map<String, Place> found, final int bytes) {
        this.bytes = bytes;
        for (final TickField field : TickField.values()) {
            final Place place = found.get(TickSchema.name(field));
            if (place != null && place.kind == field.kind && place.count == field.count) {
                places.put(field, place.offset);
            } else if (field != TickField.VERSION) {
                missing.add(field);
            }
        }
    }

    /**
     * Reads a definition.
     *
     * @param definition as {@link TickSchema#text()} writes it
     * @return the layout; null when it is no such definition
     */
    static TickLayout of(final String definition) {
        final Map<String, Place> found = new HashMap<>();
        int at = 0;
        for (final String line : definition.lines().toList()) {
            final Matcher field = LINE.matcher(line);
            if (!field.matches()) {
                return null;
            }
            final int size = Integer.parseInt(field.group(2)) / Byte.SIZE;
            final int count = field.group(3) == null ? 1 : Integer.parseInt(field.group(3));
            found.put(field.group(4), new Place(kind(field.group(1), size), count, at));
            at += size * count;
        }
        final TickLayout made = new TickLayout(found, at);
        return made.places.containsKey(TickField.TICK) ? made : null;
    }

    /**
     * Reads the definition of a file's ticks.
     *
     * @param definitions of the file
     * @return the layout; null when there is none
     */
    static TickLayout in(final Definitions definitions) {
        for (final McapRecord.Schema schema : definitions.schemas().values()) {
            if (schema.name().equals(TickSchema.NAME)) {
                return of(new String(schema.data(), StandardCharsets.UTF_8));
            }
        }
        return null;
    }

    private static FieldKind kind(final String type, final int size) {
        if (size == 1) {
            return null;
        }
        return type.equals("float")
                ? size == FieldKind.F64.bytes ? FieldKind.F64 : FieldKind.F32
                : size == FieldKind.I64.bytes ? FieldKind.I64 : FieldKind.I32;
    }

    /** Fields of this program that the recording has not. */
    Set<TickField> missing() {
        return missing;
    }

    /**
     * Takes a message.
     *
     * @param message the bytes of a tick
     * @param frame overwritten
     * @return whether it is as long as the definition says
     */
    boolean read(final byte[] message, final TickFrame frame) {
        if (message.length != bytes) {
            return false;
        }
        final ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        places.forEach((field, offset) -> {
            for (int i = 0; field != TickField.VERSION && i < field.count; i++) {
                final int at = offset + i * field.kind.bytes;
                switch (field.kind) {
                    case I64 -> frame.put(field, i, in.getLong(at));
                    case I32 -> frame.put(field, i, in.getInt(at));
                    case F64 -> frame.putReal(field, i, in.getDouble(at));
                    case F32 -> frame.putReal(field, i, in.getFloat(at));
                }
            }
        });
        return true;
    }
}
