package gaitd.lab.policyplot;

import gaitd.lab.policyplot.Circuit.Node;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.CellFactory;
import gaitd.policies.bundle.Golden;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.PolicyCell;
import gaitd.robot.run.PolicyRecording;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.world.World;
import java.util.Arrays;
import java.util.Locale;

/**
 * Inputs, states and outputs of a network, step by step, from a zero state.
 *
 * @param source where the inputs come from, for titles
 * @param stepS time between steps, s
 * @param inputs one row a step
 * @param hidden one row a step, as of {@link PolicyCell#hidden}
 * @param outputs one row a step, before the manifest's scales
 */
@SuppressWarnings("ArrayRecordComponent")
public record PolicyRun(String source, double stepS, double[][] inputs, double[][] hidden, double[][] outputs) {
    /** Source of the next input. */
    private interface Feed {
        double[] next(int step, double[] lastOutput);
    }

    /**
     * Runs a policy over its bundle's golden inputs.
     *
     * @param bundle the policy
     * @param cells makes its cell
     * @return the run
     */
    public static PolicyRun golden(final Bundle bundle, final CellFactory cells) {
        final Golden golden = bundle.golden();
        final double[] elapsed = new double[golden.steps()];
        for (int k = 0; k < elapsed.length; k++) {
            elapsed[k] = golden.elapsed(k);
        }
        final String source = "the bundle's golden inputs, " + elapsed.length + " steps";
        return run(bundle, cells, source, elapsed, (step, last) -> golden.input(step));
    }

    /**
     * Runs a policy over smooth random observations; what it observes of its last action is its own.
     *
     * @param bundle the policy
     * @param cells makes its cell
     * @param seed decides the observations
     * @param seconds how long, at the policy's rate
     * @return the run
     */
    public static PolicyRun smooth(
            final Bundle bundle, final CellFactory cells, final long seed, final double seconds) {
        final Manifest manifest = bundle.manifest();
        final double[] elapsed = new double[Math.max(2, (int) Math.round(seconds * manifest.policyHz()))];
        Arrays.fill(elapsed, manifest.cell().elapsedPerStep());
        final Observations observations = new Observations(manifest, seed);
        final String source = String.format(
                Locale.ROOT,
                "smooth random observations, seed %d, %s s at %s Hz",
                seed,
                number(seconds),
                number(manifest.policyHz()));
        return run(bundle, cells, source, elapsed, (step, last) -> observations.at(step / manifest.policyHz(), last));
    }

    /**
     * The run of a policy in a walk.
     *
     * @param bundle the policy
     * @param recording made of it in the walk
     * @param plan of the walk
     * @param world of the walk
     * @return the run
     */
    public static PolicyRun walk(
            final Bundle bundle, final PolicyRecording recording, final RunPlan plan, final World world) {
        final String source = String.format(
                Locale.ROOT,
                "a %s on %s, seed %d, commanded %s and %s m/s, %s rad/s, at %s Hz",
                plan.gait().toString().toLowerCase(Locale.ROOT),
                world.terrain().name(),
                world.seed(),
                number(plan.vx()),
                number(plan.vy()),
                number(plan.yawRate()),
                number(bundle.manifest().policyHz()));
        return new PolicyRun(
                source, 1 / bundle.manifest().policyHz(), recording.inputs(), recording.hidden(), recording.outputs());
    }

    private static String number(final double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static PolicyRun run(
            final Bundle bundle,
            final CellFactory cells,
            final String source,
            final double[] elapsed,
            final Feed feed) {
        final PolicyCell cell = cells.create(bundle.manifest().cell(), bundle.tensors());
        final float[] output = new float[bundle.manifest().cell().outputs()];
        final float[] kept = new float[cell.hiddenSize()];
        final double[][] inputs = new double[elapsed.length][];
        final double[][] hidden = new double[elapsed.length][];
        final double[][] outputs = new double[elapsed.length][];
        for (int k = 0; k < elapsed.length; k++) {
            inputs[k] = feed.next(k, doubles(output));
            final float[] input = new float[inputs[k].length];
            for (int i = 0; i < input.length; i++) {
                input[i] = (float) inputs[k][i];
            }
            cell.step(input, elapsed[k], output);
            cell.hidden(kept);
            hidden[k] = doubles(kept);
            outputs[k] = doubles(output);
        }
        return new PolicyRun(source, 1 / bundle.manifest().policyHz(), inputs, hidden, outputs);
    }

    private static double[] doubles(final float[] values) {
        final double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i];
        }
        return out;
    }

    /** How many steps. */
    int steps() {
        return inputs.length;
    }

    /** Values of a node over the run. */
    double[] series(final Node node) {
        final double[][] rows = switch (node.source()) {
            case INPUT -> inputs;
            case HIDDEN -> hidden;
            case OUTPUT -> outputs;
        };
        final double[] values = new double[rows.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = rows[k][node.at()];
        }
        return values;
    }
}
