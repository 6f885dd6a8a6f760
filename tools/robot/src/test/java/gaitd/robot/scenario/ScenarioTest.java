package gaitd.robot.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.OperatorState;
import gaitd.runtime.command.RawCommand;
import gaitd.runtime.command.Verdict;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final Config CONFIG =
            new Config.Builder().set(Setting.RATE_HZ, 100, "test").conclude();

    private final CommandRing ring = new CommandRing();
    private final RawCommand raw = new RawCommand();
    private final OperatorCommand command = new OperatorCommand();
    private final TickFrame frame = new TickFrame();
    private Scenario scenario = scenario(1, false);

    private Scenario scenario(final double seconds, final boolean waits) {
        return new Scenario(
                new RunPlan(seconds, 0.3, 0.1, -0.2, Gait.PACE, waits), new Operator(ring, 1, () -> 0), CONFIG);
    }

    private OperatorRequest see(final Mode mode, final int times) {
        frame.put(TickField.MODE, mode.ordinal());
        frame.put(TickField.STATES_ACCEPTED, 1);
        for (int i = 0; i < times; i++) {
            scenario.update(frame);
        }
        return asked();
    }

    /** The last request posted, NONE when there was none. */
    private OperatorRequest asked() {
        OperatorRequest last = OperatorRequest.NONE;
        while (ring.poll(raw)) {
            ring.judge(raw, Verdict.ACCEPTED);
            command.vx = raw.vx;
            command.vy = raw.vy;
            command.yawRate = raw.yawRate;
            command.gait = raw.gait < 0 ? command.gait : Gait.values()[raw.gait];
            last = raw.request == 0 ? last : OperatorRequest.values()[raw.request];
        }
        return last;
    }

    private void walk() {
        assertEquals(OperatorRequest.STAND, see(Mode.PASSIVE, 1));
        assertEquals(OperatorRequest.NONE, see(Mode.STAND_UP, 5));
        assertEquals(OperatorRequest.WALK, see(Mode.STAND, 1));
        assertEquals(OperatorRequest.NONE, see(Mode.STAND, 5));
        see(Mode.WALK, 1);
        assertEquals(Scenario.Phase.WALK, scenario.phase());
    }

    @Test
    void afterHandingOverItSendsNothingUntilAKeyIsPressed() {
        scenario = scenario(100, true);
        walk();
        see(Mode.WALK, 20);
        final long before = raw.sequence;
        scenario.handOver();
        assertEquals(OperatorRequest.NONE, see(Mode.WALK, 100));
        assertEquals(OperatorRequest.NONE, see(Mode.STAND, 200));
        assertEquals(before, raw.sequence);
        scenario.press(Key.FASTER);
        assertEquals(OperatorRequest.WALK, see(Mode.STAND, 10));
        assertEquals(0.1, command.vx);
    }

    @Test
    void afterHandingOverItStillEndsInTime() {
        walk();
        scenario.handOver();
        assertEquals(OperatorRequest.NONE, see(Mode.STAND, 90));
        assertEquals(OperatorRequest.SIT, see(Mode.STAND, 20));
    }

    @Test
    void withoutAPersonTheRobotStandsUntilAKeyIsPressed() {
        scenario = scenario(100, true);
        walk();
        frame.put(TickField.OPERATOR_STATE, OperatorState.IDLE.ordinal());
        assertEquals(OperatorRequest.NONE, see(Mode.WALK, 20));
        assertEquals(0, command.vx);
        assertEquals(0, command.yawRate);
        assertEquals(OperatorRequest.NONE, see(Mode.STAND, 200));
        scenario.press(Key.FASTER);
        frame.put(TickField.OPERATOR_STATE, OperatorState.ACTIVE.ordinal());
        assertEquals(OperatorRequest.WALK, see(Mode.STAND, 10));
        assertEquals(0.1, command.vx);
    }

    @Test
    void theTimeOfARunPassesWithoutAPersonToo() {
        walk();
        frame.put(TickField.OPERATOR_STATE, OperatorState.IDLE.ordinal());
        assertEquals(OperatorRequest.SIT, see(Mode.STAND, 100));
    }

    @Test
    void aStopLeavesTheRobotDampedUntilAKeyStandsItUp() {
        scenario = scenario(100, true);
        walk();
        frame.put(TickField.STOPS, 1);
        assertEquals(OperatorRequest.NONE, see(Mode.PASSIVE, 300));
        assertEquals(Scenario.Phase.REST, scenario.phase());
        assertTrue(scenario.halted());
        scenario.press(Key.SIT_OR_STAND);
        assertEquals(OperatorRequest.STAND, see(Mode.PASSIVE, 1));
        assertEquals(0, command.vx);
        assertFalse(scenario.halted());
    }

    @Test
    void aStopEndsARunThatNobodyWatches() {
        walk();
        frame.put(TickField.STOPS, 1);
        assertEquals(OperatorRequest.NONE, see(Mode.PASSIVE, 1));
        assertEquals(Scenario.Phase.DONE, scenario.phase());
        assertFalse(scenario.succeeded());
    }

    @Test
    void asksForNothingBeforeTheFirstState() {
        scenario.update(frame);
        assertEquals(OperatorRequest.NONE, asked());
        assertEquals(Scenario.Phase.CONNECT, scenario.phase());
    }

    @Test
    void walksWithTheVelocityAndGaitOfThePlan() {
        see(Mode.PASSIVE, 1);
        see(Mode.STAND, 1);
        assertEquals(0.3, command.vx);
        assertEquals(0.1, command.vy);
        assertEquals(-0.2, command.yawRate);
        assertEquals(Gait.PACE, command.gait);
    }

    @Test
    void countsWalkingTimeThenSitsAndIsDone() {
        walk();
        assertEquals(OperatorRequest.NONE, see(Mode.WALK, 98));
        assertEquals(OperatorRequest.SIT, see(Mode.WALK, 1));
        see(Mode.SIT_DOWN, 50);
        see(Mode.PASSIVE, 29);
        assertEquals(Scenario.Phase.SIT, scenario.phase());
        see(Mode.PASSIVE, 1);
        assertEquals(Scenario.Phase.DONE, scenario.phase());
        assertTrue(scenario.succeeded());
    }

    @Test
    void aFaultEndsAWatchlessRunAfterASecond() {
        walk();
        see(Mode.FAULT, 1);
        see(Mode.FAULT, 98);
        assertEquals(Scenario.Phase.FAULTED, scenario.phase());
        see(Mode.FAULT, 2);
        assertEquals(Scenario.Phase.DONE, scenario.phase());
        assertFalse(scenario.succeeded());
    }

    @Test
    void aFaultWaitsForThePersonWhoIsThere() {
        scenario = scenario(Double.POSITIVE_INFINITY, true);
        walk();
        assertEquals(OperatorRequest.NONE, see(Mode.FAULT, 10_000));
        assertEquals(Scenario.Phase.FAULTED, scenario.phase());
        scenario.press(Key.SIT_OR_STAND);
        assertEquals(OperatorRequest.NONE, asked());
        scenario.press(Key.CLEAR_FAULT);
        assertEquals(OperatorRequest.CLEAR_FAULT, asked());
        see(Mode.PASSIVE, 1);
        assertEquals(Scenario.Phase.REST, scenario.phase());
        assertTrue(scenario.faulted());
        scenario.press(Key.SIT_OR_STAND);
        assertEquals(OperatorRequest.STAND, asked());
    }

    @Test
    void aFaultDuringTheEndDoesNotKeepARunThatWasToldToStop() {
        scenario = scenario(1, true);
        walk();
        scenario.stop();
        assertEquals(OperatorRequest.SIT, see(Mode.WALK, 1));
        see(Mode.FAULT, 100);
        assertEquals(Scenario.Phase.FAULTED, scenario.phase());
        see(Mode.FAULT, 1);
        assertEquals(Scenario.Phase.DONE, scenario.phase());
        assertFalse(scenario.succeeded());
    }

    @Test
    void aFaultClearedDuringTheEndEndsTheRun() {
        scenario = scenario(1, true);
        walk();
        scenario.stop();
        see(Mode.WALK, 1);
        see(Mode.FAULT, 5);
        see(Mode.PASSIVE, 1);
        assertEquals(Scenario.Phase.DONE, scenario.phase());
    }

    @Test
    void arrowsSteerWhileWalking() {
        walk();
        scenario.press(Key.FASTER);
        scenario.press(Key.FASTER);
        scenario.press(Key.LEFT);
        assertEquals(OperatorRequest.NONE, asked());
        assertEquals(0.5, command.vx, 1e-12);
        assertEquals(0.0, command.yawRate, 1e-12);
        scenario.press(Key.SLOWER);
        scenario.press(Key.RIGHT);
        asked();
        assertEquals(0.4, command.vx, 1e-12);
        assertEquals(-0.2, command.yawRate, 1e-12);
    }

    @Test
    void spaceSitsAndStandsAgain() {
        scenario = scenario(Double.POSITIVE_INFINITY, true);
        walk();
        scenario.press(Key.SIT_OR_STAND);
        assertEquals(OperatorRequest.SIT, asked());
        see(Mode.SIT_DOWN, 10);
        see(Mode.PASSIVE, 40);
        assertEquals(Scenario.Phase.REST, scenario.phase());
        scenario.press(Key.SIT_OR_STAND);
        assertEquals(OperatorRequest.STAND, asked());
        assertEquals(OperatorRequest.WALK, see(Mode.STAND, 1));
    }

    @Test
    void quittingSitsFirstAndCountsAsSuccess() {
        walk();
        scenario.press(Key.QUIT);
        assertEquals(OperatorRequest.SIT, see(Mode.WALK, 1));
        see(Mode.SIT_DOWN, 10);
        see(Mode.PASSIVE, 40);
        assertTrue(scenario.succeeded());
        assertTrue(scenario.stopped());
    }

    @Test
    void quittingBeforeTheFirstStateEndsAtOnce() {
        scenario.stop();
        scenario.update(frame);
        assertEquals(Scenario.Phase.DONE, scenario.phase());
    }

    @Test
    void aRequestOnItsWayDoesNotEndTheSittingEarly() {
        see(Mode.PASSIVE, 1);
        scenario.stop();
        assertEquals(OperatorRequest.SIT, see(Mode.PASSIVE, 3));
        see(Mode.STAND_UP, 1);
        see(Mode.SIT_DOWN, 50);
        assertEquals(Scenario.Phase.SIT, scenario.phase());
    }
}
