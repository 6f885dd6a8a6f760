package gaitd.runtime.adapt;

import gaitd.policies.bundle.PolicyCell;
import gaitd.runtime.config.Config;

/**
 * A network of the bundle's shape that may have other weights than the bundle, with its state and its watch. Without any, as
 * version 0, it gives what the bundle gives. Allocates nothing after construction.
 */
final class AdaptedNetwork {
    /** Its output, held to the box. */
    final float[] output;

    private final PolicyCell cell;
    private final OutputBox box;
    private final NetworkWatch watch;
    private long version;

    AdaptedNetwork(final Config config, final PolicyCell cell, final OutputBox box, final double stepS) {
        this.cell = cell;
        this.box = box;
        watch = new NetworkWatch(config, box, stepS);
        output = new float[box.size()];
    }

    /** 0 without weights of its own. */
    long version() {
        return version;
    }

    void load(final WeightsMessage message) {
        cell.load(message.weights);
        version = message.id;
        reset();
    }

    void drop() {
        version = 0;
    }

    void reset() {
        cell.reset();
        watch.reset();
    }

    /** One step; when something is wrong with it, the output is the shipped one. */
    RollbackCause step(final float[] input, final double elapsed, final float[] shipped) {
        RollbackCause cause = RollbackCause.NONE;
        if (version != 0) {
            cell.step(input, elapsed, output);
            cause = watch.judge(output, shipped);
        }
        if (version == 0 || cause != RollbackCause.NONE) {
            System.arraycopy(shipped, 0, output, 0, output.length);
            return cause;
        }
        for (int i = 0; i < output.length; i++) {
            output[i] = box.held(i, output[i], shipped[i]);
        }
        return cause;
    }
}
