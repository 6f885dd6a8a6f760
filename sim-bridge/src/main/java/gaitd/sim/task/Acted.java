package gaitd.sim.task;

import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.text.TomlView;
import gaitd.runtime.policy.ActionRow;

/**
 * One entry of a task's action list: what an action of 1 means, in the signal's unit; -1 to 1 is the allowed range.
 *
 * @param signal what it acts on
 * @param limit value at an action of 1
 */
record Acted(ActedSignal signal, double limit) {
    static Acted read(final TomlView table) {
        final ActedSignal signal = table.choice("name", ActedSignal.class);
        if (!ActionRow.isTaken(signal)) {
            table.problem("name", signal.key() + ", which moves the legs in place of the walk");
        }
        final Acted acted = new Acted(signal, table.number("limit", 1e-6, 1e3));
        table.end();
        return acted;
    }
}
