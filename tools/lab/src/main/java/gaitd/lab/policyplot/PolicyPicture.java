package gaitd.lab.policyplot;

import gaitd.lab.image.Drawing;
import gaitd.policies.bundle.Bundle;
import java.util.Locale;

/** Kinds of pictures of a policy. */
public enum PolicyPicture {
    /** Neurons and synapses as a graph. */
    WIRING,
    /** State of each neuron over time. */
    TRACES,
    /** Neurons against each other and against their rates of change. */
    PHASES,
    /** Observations, neurons and actions over time as colours. */
    ACTIVITY,
    /** Correlation of neurons with observations. */
    CORRELATION;

    /**
     * Name of its file, without an ending.
     *
     * @return lower case
     */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Draws a policy.
     *
     * @param bundle the policy
     * @param run its recorded run
     * @return the picture
     */
    public Drawing of(final Bundle bundle, final PolicyRun run) {
        final PlottedPolicy subject = PlottedPolicy.of(bundle, run);
        return switch (this) {
            case WIRING -> WiringPicture.of(subject);
            case TRACES -> TracesPicture.of(subject);
            case PHASES -> PhasePicture.of(subject);
            case ACTIVITY -> ActivityPicture.of(subject);
            case CORRELATION -> CorrelationPicture.of(subject);
        };
    }
}
