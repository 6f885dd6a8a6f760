package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Supervised learning of sequences: a network's outputs come closer to actions that were shown, in the square mean, by gradients
 * through windows of steps; its state goes on from one window to the next, its errors do not.
 *
 * <p>Results do not depend on anything but the data, the seed and the order of calls. Serves one thread.
 */
final class SequenceLearner {
    private static final double GRADIENT_MAX = 1;
    private static final long SHUFFLE = 5;

    private final Net net;
    private final ImitationSettings settings;
    private final NetBatch batch;
    private final Optimiser optimiser;
    private final RandomStream random;
    private final FiniteCheck check = new FiniteCheck();
    private final int window;

    SequenceLearner(final Net net, final ImitationSettings settings, final long seed) {
        this.net = net;
        this.settings = settings;
        window = settings.window();
        batch = new NetBatch(net, settings.batch(), window, 0);
        optimiser = new Optimiser(batch.gradient.length);
        random = new RandomStream(RandomStream.seed(seed, SHUFFLE));
    }

    /**
     * Some epochs over everything that is there.
     *
     * @param parameters of the network, changed
     * @param shown all of the same length
     * @param rate step size
     * @return mean square of the difference in an action's component, before each step, over the last epoch
     * @throws NonFiniteException when a value is infinite or not a number
     */
    double learn(final float[] parameters, final List<Demonstrations> shown, final double rate) {
        final int each = shown.getFirst().sequences;
        final int[] order = new int[each * shown.size()];
        Arrays.setAll(order, i -> i);
        double error = 0;
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            shuffle(order);
            double sum = 0;
            int windows = 0;
            for (int from = 0; from + settings.batch() <= order.length; from += settings.batch()) {
                Arrays.fill(batch.data.initialState, 0);
                for (int start = 0; start < shown.getFirst().steps; start += window) {
                    sum += step(parameters, shown, order, from, start, rate, epoch, windows);
                    windows++;
                }
            }
            error = sum / Math.max(1, windows);
        }
        return error;
    }

    private double step(
            final float[] parameters,
            final List<Demonstrations> shown,
            final int[] order,
            final int from,
            final int start,
            final double rate,
            final int epoch,
            final int place) {
        final int rows = settings.batch();
        for (int i = 0; i < rows; i++) {
            final Demonstrations way = shown.get(order[from + i] / shown.getFirst().sequences);
            final int sequence = order[from + i] % way.sequences;
            for (int step = 0; step < window; step++) {
                final int row = step * rows + i;
                way.copyInput(sequence, start + step, batch.data.inputs, row);
                batch.data.restarts[row] = way.begins[way.row(sequence, start + step)];
            }
        }
        batch.load(parameters);
        batch.forward();
        final double error = difference(shown, order, from, start);
        check.loss("difference from the teacher", error, epoch, place);
        Arrays.fill(batch.gradient, 0);
        batch.backward();
        System.arraycopy(batch.data.finalState, 0, batch.data.initialState, 0, batch.data.finalState.length);
        optimiser.step(parameters, batch.gradient, scale(epoch, place), rate);
        net.constrain(parameters);
        check.weights("student", net.layout(), parameters, epoch, place);
        return error;
    }

    private double difference(final List<Demonstrations> shown, final int[] order, final int from, final int start) {
        final int rows = settings.batch();
        final double weight = 1.0 / (rows * window * batch.outputs);
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            final Demonstrations way = shown.get(order[from + i] / shown.getFirst().sequences);
            for (int step = 0; step < window; step++) {
                final int wanted = way.actionAt(order[from + i] % way.sequences, start + step);
                final int at = (step * rows + i) * batch.outputs;
                for (int k = 0; k < batch.outputs; k++) {
                    final double error = batch.data.outputs[at + k] - way.action[wanted + k];
                    sum += weight * error * error;
                    batch.data.dOutputs[at + k] = (float) (2 * weight * error);
                }
            }
        }
        return sum;
    }

    private double scale(final int epoch, final int place) {
        double squares = 0;
        for (final float g : batch.gradient) {
            squares += (double) g * g;
        }
        check.loss("gradient of the student", squares, epoch, place);
        return Math.min(1, GRADIENT_MAX / (Math.sqrt(squares) + 1e-12));
    }

    private void shuffle(final int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            final int k = random.nextInt(i + 1);
            final int other = order[i];
            order[i] = order[k];
            order[k] = other;
        }
    }

    void write(final DataOutput out) throws IOException {
        out.writeLong(random.state());
        optimiser.write(out);
    }

    void read(final DataInput in) throws IOException {
        random.reseed(in.readLong());
        optimiser.read(in);
    }
}
