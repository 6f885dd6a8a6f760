package gaitd.robot.replay;

import gaitd.runtime.frame.FieldKind;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** In what replayed frames differ from recorded ones, field by field, to the last bit. */
final class FrameDifferences {
    private final Map<TickField, Found> found = new EnumMap<>(TickField.class);
    private final Set<TickField> compared;

    /** Compares all fields but some. */
    FrameDifferences(final Set<TickField> without) {
        compared = EnumSet.allOf(TickField.class);
        compared.removeAll(without);
    }

    /**
     * Differences of a field.
     *
     * @param firstTick the first tick with one
     * @param index which of its values differed then
     * @param recorded what it was
     * @param replayed what it is now
     * @param ticks how many ticks have one
     * @param largest largest of all differences, in the field's unit
     */
    record Found(long firstTick, int index, String recorded, String replayed, long ticks, double largest) {
        Found and(final double difference) {
            return new Found(firstTick, index, recorded, replayed, ticks + 1, Math.max(largest, difference));
        }
    }

    /** Compares two frames of a tick; whether they are the same. */
    boolean compare(final TickFrame recorded, final TickFrame replayed) {
        boolean same = true;
        for (final TickField field : compared) {
            int first = -1;
            double largest = 0;
            for (int i = 0; i < field.count; i++) {
                if (bits(recorded, field, i) != bits(replayed, field, i)) {
                    first = first < 0 ? i : first;
                    largest = Math.max(largest, Math.abs(number(recorded, field, i) - number(replayed, field, i)));
                }
            }
            if (first >= 0) {
                same = false;
                add(field, recorded, replayed, first, largest);
            }
        }
        return same;
    }

    private void add(
            final TickField field,
            final TickFrame recorded,
            final TickFrame replayed,
            final int index,
            final double largest) {
        final Found before = found.get(field);
        found.put(
                field,
                before != null
                        ? before.and(largest)
                        : new Found(
                                recorded.get(TickField.TICK),
                                index,
                                text(recorded, field, index),
                                text(replayed, field, index),
                                1,
                                largest));
    }

    /** By field, in the order of the layout. */
    Map<TickField, Found> found() {
        return found;
    }

    private static boolean isInteger(final TickField field) {
        return field.kind == FieldKind.I32 || field.kind == FieldKind.I64;
    }

    private static long bits(final TickFrame frame, final TickField field, final int index) {
        return isInteger(field) ? frame.get(field, index) : Double.doubleToRawLongBits(frame.real(field, index));
    }

    private static double number(final TickFrame frame, final TickField field, final int index) {
        return isInteger(field) ? frame.get(field, index) : frame.real(field, index);
    }

    private static String text(final TickFrame frame, final TickField field, final int index) {
        return isInteger(field)
                ? Long.toString(frame.get(field, index))
                : field.kind == FieldKind.F32
                        ? Float.toString((float) frame.real(field, index))
                        : Double.toString(frame.real(field, index));
    }
}
