package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.learn.RandomStream;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.policy.fit.PolicyFit;

/**
 * A robot of known reward: it is best where outputs differ from the shipped policy's by given multiples of a constant and of sine and cosine
 * of the stride's phase. Networks get made-up observations with that phase in them.
 */
final class SteppingRobot {
    static final int OUTPUTS = 12;
    static final int FUNCTIONS = 3;
    /** Reward a second at its best. */
    static final double REWARD = 0.8;

    private static final double CURVATURE = 0.3;
    private static final int INPUTS = 68;
    private static final int PHASES = 44;
    private static final int LEGS = 4;
    private static final double STRIDE = 50;
    private static final int HOLD = 25;
    private static final double DEVIATION = 0.1;
    private static final double ANSWER = 0.02;
    private static final double NOISE = 0.1;
    private static final int MEASURED = 500;

    final FakeControl control;
    final double[] best = new double[FUNCTIONS * OUTPUTS];
    private final double elapsed;
    private final PolicyCell shipped;
    private final RandomStream random;
    private final float[] row = new float[INPUTS];
    private final float[] shippedOutput = new float[OUTPUTS];
    private final float[] output = new float[OUTPUTS];
    private final double[] felt = new double[FUNCTIONS * OUTPUTS];
    private final double[] exploration = new double[OUTPUTS];
    private PolicyCell inForce;
    private int steps;

    SteppingRobot(final Bundle bundle, final long seed) {
        control = new FakeControl(bundle);
        elapsed = bundle.manifest().cell().elapsedPerStep();
        shipped = cell(bundle);
        inForce = cell(bundle);
        random = new RandomStream(seed);
    }

    private static PolicyCell cell(final Bundle bundle) {
        return PolicyFit.CELLS.create(bundle.manifest().cell(), bundle.tensors());
    }

    /** Puts a policy in force. */
    void drive(final Bundle bundle, final int version) {
        inForce = cell(bundle);
        control.incumbent = version;
    }

    private double function(final int which) {
        return switch (which) {
            case 0 -> 1;
            case 1 -> row[PHASES];
            default -> row[PHASES + LEGS];
        };
    }

    /** Both networks on the next observation: a trot, and other signals that go with it. */
    private void networks() {
        final double phase = 2 * Math.PI * steps / STRIDE;
        for (int i = 0; i < INPUTS; i++) {
            row[i] = (float) Math.sin((1 + i % 2) * phase + i);
        }
        for (int leg = 0; leg < LEGS; leg++) {
            final double own = phase + (leg == 1 || leg == 2 ? Math.PI : 0);
            row[PHASES + leg] = (float) (Math.sqrt(2) * Math.sin(own));
            row[PHASES + LEGS + leg] = (float) (Math.sqrt(2) * Math.cos(own));
        }
        shipped.step(row, elapsed, shippedOutput);
        inForce.step(row, elapsed, output);
        steps++;
    }

    /** The experience of the next step. */
    ExperienceFrame step() {
        networks();
        final ExperienceFrame step = control.step(0);
        for (int i = 0; i < INPUTS; i++) {
            step.putReal(ExperienceField.OBSERVATION, i, row[i]);
        }
        for (int i = 0; i < OUTPUTS; i++) {
            if (steps % HOLD == 0) {
                exploration[i] = DEVIATION * random.nextGaussian();
            }
            step.putReal(ExperienceField.SHIPPED_OUTPUT, i, shippedOutput[i]);
            step.putReal(ExperienceField.MEAN, i, output[i]);
            step.putReal(ExperienceField.ACTION, i, output[i] + exploration[i]);
            for (int f = 0; f < FUNCTIONS; f++) {
                final double moved = function(f) * (output[i] + exploration[i] - shippedOutput[i]);
                felt[f * OUTPUTS + i] += ANSWER * (moved - felt[f * OUTPUTS + i]);
            }
        }
        return step;
    }

    /** What the last step gave. */
    double given() {
        return FakeControl.STEP_S * (reward(felt) + NOISE * random.nextGaussian());
    }

    /** Reward a second at a place. */
    double reward(final double[] place) {
        double sum = REWARD;
        for (int i = 0; i < best.length; i++) {
            sum -= CURVATURE * (place[i] - best[i]) * (place[i] - best[i]);
        }
        return sum;
    }

    /** Where the policy in force is, without exploration. */
    double[] place() {
        final double[] place = new double[best.length];
        for (int n = 0; n < MEASURED; n++) {
            networks();
            for (int i = 0; i < place.length; i++) {
                place[i] += function(i / OUTPUTS) * (output[i % OUTPUTS] - shippedOutput[i % OUTPUTS]) / MEASURED;
            }
        }
        return place;
    }
}
