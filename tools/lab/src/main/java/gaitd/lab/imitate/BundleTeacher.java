package gaitd.lab.imitate;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.learn.Normaliser;
import gaitd.policies.learn.PpoSettings;
import gaitd.policies.learn.Teacher;
import gaitd.runtime.policy.fit.PolicyFit;

/** The policy of a bundle, asked in every environment of its task; each has a network with a state of its own. */
final class BundleTeacher implements Teacher {
    private final PolicyCell[] cells;
    private final Normaliser normaliser;
    private final double elapsed;
    private final float[] input;
    private final float[] output;

    /**
     * Makes the networks.
     *
     * @param bundle the policy
     * @param normalisation means and deviations of its observations
     * @param environments how many
     */
    BundleTeacher(final Bundle bundle, final float[][] normalisation, final int environments) {
        final Manifest manifest = bundle.manifest();
        normaliser = new Normaliser(normalisation[0].length);
        normaliser.take(normalisation[0], normalisation[1]);
        elapsed = manifest.cell().elapsedPerStep();
        cells = new PolicyCell[environments];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = PolicyFit.CELLS.create(manifest.cell(), bundle.tensors());
        }
        input = new float[normalisation[0].length];
        output = new float[manifest.cell().outputs()];
    }

    @Override
    public void ask(final float[] observation, final boolean[] begins, final float[] action) {
        for (int i = 0; i < cells.length; i++) {
            if (begins[i]) {
                cells[i].reset();
            }
            normaliser.apply(observation, i * input.length, input, 0, PpoSettings.OBSERVATION_MAX);
            cells[i].step(input, elapsed, output);
            System.arraycopy(output, 0, action, i * output.length, output.length);
        }
    }
}
