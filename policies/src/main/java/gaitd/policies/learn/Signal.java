package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One value of an observation or an action: an observation holds (quantity - offset) scale, an action of 1 moves its quantity by scale.
 *
 * @param name of the quantity, with its index where there are several, as in {@code joint_offset[3]}
 * @param scale in the unit of the quantity; its inverse for an observation
 * @param offset in the unit of the quantity
 */
public record Signal(String name, double scale, double offset) {
    /**
     * Signals as they are, scale 1 and offset 0.
     *
     * @param names in order
     * @return the list
     */
    public static List<Signal> plain(final String... names) {
        return Arrays.stream(names).map(name -> new Signal(name, 1, 0)).toList();
    }

    /**
     * The values of one quantity.
     *
     * @param name of the quantity
     * @param scale of each
     * @param offset of each
     * @return with indices when there are several
     */
    public static List<Signal> of(final String name, final double[] scale, final double[] offset) {
        return IntStream.range(0, scale.length)
                .mapToObj(i -> new Signal(scale.length == 1 ? name : name + "[" + i + "]", scale[i], offset[i]))
                .toList();
    }

    /**
     * Compares a list with the beginning of another by name, order, scale and offset.
     *
     * @param what the list is of, such as {@code observation}
     * @param before the list
     * @param now one that may go on behind it
     * @return the first difference in words, null when there is none
     */
    public static String firstDifference(final String what, final List<Signal> before, final List<Signal> now) {
        for (int i = 0; i < before.size(); i++) {
            final Signal then = before.get(i);
            final String place = what + " " + (i + 1);
            if (i == now.size()) {
                return "%s was %s and is missing now, after %d of %d".formatted(place, then.name, i, before.size());
            }
            final Signal at = now.get(i);
            if (!then.name.equals(at.name)) {
                return "%s was %s and is %s now".formatted(place, then.name, at.name);
            }
            if (then.scale != at.scale) {
                return "%s, %s, had scale %s and has %s now".formatted(place, then.name, then.scale, at.scale);
            }
            if (then.offset != at.offset) {
                return "%s, %s, had offset %s and has %s now".formatted(place, then.name, then.offset, at.offset);
            }
        }
        return null;
    }

    static void write(final DataOutput out, final List<Signal> signals) throws IOException {
        out.writeInt(signals.size());
        for (final Signal signal : signals) {
            out.writeUTF(signal.name);
            out.writeDouble(signal.scale);
            out.writeDouble(signal.offset);
        }
    }

    static List<Signal> read(final DataInput in) throws IOException {
        final int count = in.readInt();
        if (count < 1 || count > CheckpointArrays.LENGTH_MAX) {
            throw new IOException("a list of " + count + " observations or actions: not what a training wrote");
        }
        final List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            signals.add(new Signal(in.readUTF(), in.readDouble(), in.readDouble()));
        }
        return signals;
    }
}
