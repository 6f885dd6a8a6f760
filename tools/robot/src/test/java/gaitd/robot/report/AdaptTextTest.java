package gaitd.robot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.adapt.ExplorationOff;
import gaitd.runtime.adapt.RollbackCause;
import gaitd.runtime.adapt.TrialPhase;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import org.junit.jupiter.api.Test;

class AdaptTextTest {
    private final TickFrame frame = new TickFrame();

    private void assertState(
            final String text, final long version, final TrialPhase phase, final ExplorationOff exploration) {
        frame.put(TickField.ADAPT_VERSION, version);
        frame.put(TickField.ADAPT_CANDIDATE, 4);
        frame.put(TickField.ADAPT_ROLLED_BACK, 3);
        frame.put(TickField.ADAPT_ROLLBACK_CAUSE, RollbackCause.GUARD.ordinal());
        frame.put(TickField.ADAPT_PHASE, phase.ordinal());
        frame.put(TickField.ADAPT_EXPLORATION_OFF, exploration.ordinal());
        assertEquals(text, AdaptText.state(frame));
    }

    @Test
    void nothingWhereNoPolicyAdapts() {
        assertEquals("", AdaptText.state(frame));
        frame.put(TickField.POLICY, 1);
        assertEquals("policy 1 at 0 %", PolicyText.state(frame));
    }

    @Test
    void versionTrialAndExploration() {
        assertState("as shipped, exploring", 0, TrialPhase.NONE, ExplorationOff.ON);
        assertState("as shipped", 0, TrialPhase.NONE, ExplorationOff.NO_DEVIATION);
        assertState("version 2, 4 in shadow", 2, TrialPhase.SHADOW, ExplorationOff.SETTING);
        assertState("version 2, 4 on trial, waits, exploring", 2, TrialPhase.INCUMBENT_WINDOW, ExplorationOff.ON);
        assertState(
                "version 4, 4 on trial, drives, not exploring: the trunk leans",
                4,
                TrialPhase.CANDIDATE_WINDOW,
                ExplorationOff.TILT);
        assertState(
                "as shipped, 3 rolled back: a guard warned, not exploring: a guard warned",
                0,
                TrialPhase.ROLLED_BACK,
                ExplorationOff.GUARD);
        frame.put(TickField.POLICY, 1);
        frame.putReal(TickField.POLICY_SHARE, 0, 1);
        assertEquals(
                "policy 1 at 100 %, as shipped, 3 rolled back: a guard warned, not exploring: a guard warned",
                PolicyText.state(frame));
    }
}
