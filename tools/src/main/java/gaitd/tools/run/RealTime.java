package gaitd.tools.run;

import gaitd.runtime.rt.Outcome;
import gaitd.runtime.rt.RealTimeSetup;
import java.util.List;

/** Applies the real-time settings in the control thread. */
public final class RealTime {
    private RealTime() {}

    /**
     * Applies them.
     *
     * @param setup what is wanted
     * @param strict whether a refusal is fatal
     * @throws Refusal when the system refuses something and that is fatal
     */
    public static void apply(final RealTimeSetup setup, final boolean strict) {
        final List<Outcome> refused =
                setup.apply().stream().filter(Outcome::refused).toList();
        if (strict && !refused.isEmpty()) {
            throw new Refusal("--strict-rt: " + refused.getFirst().line());
        }
    }
}
