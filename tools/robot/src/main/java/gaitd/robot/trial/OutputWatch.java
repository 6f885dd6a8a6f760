package gaitd.robot.trial;

import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.CellFactory;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.PolicyCell;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Watches a network's outputs, as scaled by its manifest, against the manifest's bounds, where they are cut. Used by one thread; a step
 * allocates nothing.
 */
final class OutputWatch {
    private final double[] scale;
    private final double[] offset;
    private final double[] min;
    private final double[] max;
    private long seen;
    private long beyond;
    private double most;
    private int output = -1;

    OutputWatch(final Manifest manifest) {
        scale = all(manifest, Channel::scale);
        offset = all(manifest, Channel::offset);
        min = all(manifest, Channel::min);
        max = all(manifest, Channel::max);
    }

    /**
     * Outputs beyond their bounds.
     *
     * @param share of all outputs of all steps, 0 to 1
     * @param widths how far the farthest was beyond, in widths of its bounds
     * @param output its number; -1 when none was
     */
    record Outside(double share, double widths, int output) {}

    /** What was seen so far. */
    Outside outside() {
        return new Outside(seen == 0 ? 0 : (double) beyond / seen, most, output);
    }

    /** A factory whose networks are watched. */
    CellFactory around(final CellFactory cells) {
        return (spec, tensors) -> new Watched(cells.create(spec, tensors));
    }

    private void see(final float[] outputs) {
        for (int i = 0; i < outputs.length; i++) {
            final double value = outputs[i] * scale[i] + offset[i];
            final double widths = Math.max(min[i] - value, value - max[i]) / (max[i] - min[i]);
            beyond += widths > 0 ? 1 : 0;
            if (widths > most) {
                most = widths;
                output = i;
            }
        }
        seen += outputs.length;
    }

    private static double[] all(final Manifest manifest, final Function<Channel<ActedSignal>, double[]> part) {
        return manifest.actions().stream()
                .map(part)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private final class Watched implements PolicyCell {
        private final PolicyCell cell;

        Watched(final PolicyCell cell) {
            this.cell = cell;
        }

        @Override
        public void reset() {
            cell.reset();
        }

        @Override
        public void step(final float[] input, final double elapsed, final float[] outputs) {
            cell.step(input, elapsed, outputs);
            see(outputs);
        }
    }
}
