package gaitd.policies.learn;

import gaitd.policies.bundle.CellFacts;
import gaitd.policies.cell.CellSpec;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.wiring.Wiring;

/**
 * A cell with its description in a bundle.
 *
 * @param spec the cell
 * @param facts its description in a bundle
 * @param readout weights of the readout that may differ from 0, null for all
 * @param wiring where synapses and their signs come from, null when the cell has all of them
 */
record CellDesign(CellSpec spec, CellFacts facts, Synapses readout, Wiring wiring) {
    static CellDesign full(final CellSpec spec, final CellFacts facts) {
        return new CellDesign(spec, facts, null, null);
    }
}
