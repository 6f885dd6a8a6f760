package gaitd.bench.speed;

import gaitd.bench.turns.Candidate;
import gaitd.policies.cell.Cell;

/** A Java cell that steps through given inputs repeatedly. */
final class SteppedCell implements Candidate.Work {
    private final Cell<float[]> cell;
    private final float[] inputs;
    private final double elapsed;
    private final int frames;
    private final float[] state;
    private final float[] output;

    /** Begins with a state of zeros; inputs of all frames one behind the other. */
    SteppedCell(final Cell<float[]> cell, final float[] inputs, final double elapsed) {
        this.cell = cell;
        this.inputs = inputs;
        this.elapsed = elapsed;
        frames = inputs.length / cell.inputs();
        state = new float[cell.states()];
        output = new float[cell.outputs()];
    }

    @Override
    public void run(final int steps) {
        final int width = cell.inputs();
        for (int k = 0; k < steps; k++) {
            cell.step(state, 0, inputs, k % frames * width, elapsed, output, 0);
        }
    }

    /** State, not a copy. */
    float[] state() {
        return state;
    }

    /** Output of the last step, not a copy. */
    float[] output() {
        return output;
    }
}
