package gaitd.policies.cell;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;

/**
 * Specification of a {@link CfcCell}.
 *
 * @param inputs 1 or more
 * @param units size of the state, 1 or more
 * @param mode which closed form
 * @param backboneLayers 0 or more; without any the heads see input and state
 * @param backboneUnits width of the backbone, 1 or more when it has layers
 * @param backboneActivation between the layers
 */
public record CfcSpec(
        int inputs, int units, Mode mode, int backboneLayers, int backboneUnits, Activation backboneActivation)
        implements CellSpec {
    /** The three closed forms of the ncps library. */
    public enum Mode {
        /** h' = f1 (1 - t) + t f2. */
        DEFAULT,
        /** h' = f1 + t f2. */
        NO_GATE,
        /** h' = A - A exp(-elapsed (|w_tau| + |q|)) q. */
        PURE
    }

    /**
     * Checks the values against each other.
     *
     * @throws IllegalArgumentException when a number is out of range
     */
    public CfcSpec {
        if (inputs < 1 || units < 1) {
            throw new IllegalArgumentException(inputs + " inputs, " + units + " units: both must be at least 1");
        }
        if (backboneLayers < 0 || (backboneLayers > 0 && backboneUnits < 1)) {
            throw new IllegalArgumentException(backboneLayers + " backbone layers of " + backboneUnits
                    + " units: must be at least 0 layers, and 1 unit where there are layers");
        }
    }

    @Override
    public <A> Cell<A> cell(final Kernels<A> kernels) {
        return new CfcCell<>(kernels, this);
    }
}
