package gaitd.runtime.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.RemoteButton;
import gaitd.hal.Sensed;
import gaitd.policies.cpg.Gait;
import gaitd.runtime.config.Config;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the remote asks for: every button, each stick in both directions, and the last moment at which it still counts. */
class RemoteCommandTest {
    private static final long MS = 1_000_000L;
    private static final int LX_AT = 4;
    private static final int RX_AT = 8;
    private static final int LY_AT = 20;

    private final RemoteOperator remote = new RemoteOperator(new Config.Builder()
            .toml("operator.remote = \"command\"\ngait.yaw_max_rad_s = 0.5", "test")
            .conclude());
    private final Sensed sensed = new Sensed();
    private final OperatorCommand out = new OperatorCommand();
    private final ByteBuffer wire = ByteBuffer.wrap(sensed.wirelessRemote)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(0, (byte) 0x55);
    private long nowNs = 5_000 * MS;

    private OperatorRequest tick(final OperatorRequest others) {
        remote.holdsStop(sensed);
        return remote.update(sensed, nowNs, true, others, out);
    }

    private OperatorRequest hold(final int buttons) {
        wire.putShort(2, (short) buttons);
        return tick(OperatorRequest.NONE);
    }

    private void stick(final int at, final double value) {
        wire.putFloat(at, (float) value);
        tick(OperatorRequest.NONE);
    }

    private void othersCommand() {
        out.gait = Gait.PACE;
        out.vx = 0.11;
        out.vy = 0.12;
        out.yawRate = 0.13;
        out.state = OperatorState.NONE;
    }

    private void assertOthersCommand() {
        assertEquals(0.11, out.vx);
        assertEquals(Gait.PACE, out.gait);
        assertEquals(OperatorState.NONE, out.state);
    }

    @ParameterizedTest
    @CsvSource({"256,STAND", "4,WALK", "1024,SIT", "2048,CLEAR_FAULT", "1,NONE", "512,STOP"})
    void aButtonAsksOnceEachTimeItIsPressed(final int button, final OperatorRequest request) {
        for (int i = 0; i < 3; i++) {
            assertEquals(request, hold(button));
            assertEquals(OperatorRequest.NONE, hold(button));
            assertEquals(OperatorRequest.NONE, hold(0));
        }
    }

    @ParameterizedTest
    @CsvSource({"3844,STOP", "3332,SIT", "2308,STAND", "2052,WALK"})
    void theGentlestOfSeveralButtonsCounts(final int buttons, final OperatorRequest request) {
        assertEquals(request, hold(buttons));
    }

    @Test
    void aButtonHeldWhileAnotherIsPressedDoesNotAskAgain() {
        hold(RemoteButton.X.bit);
        assertEquals(OperatorRequest.STAND, hold(RemoteButton.X.bit | RemoteButton.A.bit));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.0799,0", "0.54,0.5", "0.77,0.75", "1,1", "1.05,1"})
    void eachStickSteersInBothDirectionsBeyondItsDeadZone(final double deflection, final double share) {
        for (final int sign : new int[] {-1, 1}) {
            hold(RemoteButton.A.bit);
            stick(LY_AT, sign * deflection);
            assertEquals(sign * share * 0.8, out.vx, 1e-6);
            assertEquals(0, out.vy, 1e-12);
            stick(LY_AT, 0);
            stick(LX_AT, sign * deflection);
            assertEquals(-sign * share * 0.4, out.vy, 1e-6);
            assertEquals(0, out.yawRate, 1e-12);
            stick(LX_AT, 0);
            stick(RX_AT, sign * deflection);
            assertEquals(-sign * share * 0.5, out.yawRate, 1e-6);
            assertEquals(0, out.vx, 1e-12);
            stick(RX_AT, 0);
            hold(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {LX_AT, RX_AT, LY_AT})
    void aStickThatMovesTakesCommandAndOneInItsDeadZoneDoesNot(final int at) {
        for (final int sign : new int[] {-1, 1}) {
            final RemoteCommandTest fresh = new RemoteCommandTest();
            fresh.othersCommand();
            fresh.stick(at, sign * 0.079);
            fresh.assertOthersCommand();
            fresh.stick(at, sign * 0.081);
            assertNull(fresh.out.gait);
            assertEquals(OperatorState.ACTIVE, fresh.out.state);
        }
    }

    @Test
    void bytesThatChangeWithoutButtonOrStickAreNoAct() {
        othersCommand();
        for (int i = 1; i < 100; i++) {
            wire.put(39, (byte) i);
            tick(OperatorRequest.NONE);
        }
        assertOthersCommand();
    }

    @ParameterizedTest
    @EnumSource(value = OperatorRequest.class)
    void withoutARemoteOthersAreListenedTo(final OperatorRequest request) {
        Arrays.fill(sensed.wirelessRemote, (byte) 0);
        othersCommand();
        assertEquals(request, tick(request));
        assertOthersCommand();
    }

    @Test
    void whoActedLaterCommandsAndTheRemoteWhereNobodyDid() {
        out.actedNs = nowNs;
        othersCommand();
        hold(RemoteButton.START.bit);
        assertNull(out.gait);
        out.actedNs = nowNs + 1;
        othersCommand();
        assertEquals(OperatorRequest.SIT, tick(OperatorRequest.SIT));
        assertOthersCommand();
        nowNs += 2;
        assertEquals(OperatorRequest.SIT, tick(OperatorRequest.SIT));
        assertOthersCommand();
    }

    @Test
    void aRemoteIsLostWhenNothingOfItCameForTheTimeoutAndARobotThatWalksStandsLater() {
        hold(RemoteButton.A.bit);
        stick(LY_AT, 0.5);
        Arrays.fill(sensed.wirelessRemote, (byte) 0);
        nowNs += 500 * MS;
        tick(OperatorRequest.NONE);
        assertEquals(OperatorState.ACTIVE, out.state);
        out.vx = 0.7;
        nowNs++;
        tick(OperatorRequest.NONE);
        assertEquals(OperatorState.LOST, out.state);
        assertEquals(0, out.vx, 1e-12);
        nowNs += 2_000 * MS - 1;
        assertEquals(OperatorRequest.NONE, tick(OperatorRequest.NONE));
        nowNs++;
        assertEquals(OperatorRequest.STAND, tick(OperatorRequest.NONE));
        remote.holdsStop(sensed);
        assertEquals(OperatorRequest.NONE, remote.update(sensed, nowNs, false, OperatorRequest.NONE, out));
    }

    @Test
    void aPersonIsGoneWhenNothingMovedForTheTimeOfTheSettings() {
        hold(RemoteButton.A.bit);
        stick(LX_AT, -0.5);
        stick(RX_AT, -0.5);
        nowNs += 10_000 * MS;
        tick(OperatorRequest.NONE);
        assertEquals(OperatorState.ACTIVE, out.state);
        assertTrue(out.vy > 0 && out.yawRate > 0);
        nowNs++;
        tick(OperatorRequest.NONE);
        assertEquals(OperatorState.IDLE, out.state);
        assertEquals(0, out.vy, 1e-12);
        assertEquals(0, out.yawRate, 1e-12);
        stick(LX_AT, -0.51);
        assertEquals(OperatorState.ACTIVE, out.state);
    }

    @Test
    void aStickThatMovesEveryNowAndThenIsAPerson() {
        for (int i = 0; i < 20; i++) {
            stick(LY_AT, 0.5 + 0.01 * i);
            nowNs += 9_999 * MS;
            tick(OperatorRequest.NONE);
            assertEquals(OperatorState.ACTIVE, out.state);
        }
    }

    @Test
    void aStopTakesTheCommandFromTheRemoteWhoeverGaveIt() {
        for (final boolean own : new boolean[] {true, false}) {
            hold(0);
            stick(LY_AT, 0.5);
            stick(LY_AT, 0.6);
            assertNull(out.gait);
            assertEquals(OperatorRequest.STOP, own ? hold(RemoteButton.B.bit) : tick(OperatorRequest.STOP));
            othersCommand();
            hold(0);
            assertOthersCommand();
        }
    }

    @Test
    void whileTheStopIsHeldNothingElseThanStopIsAskedFor() {
        hold(RemoteButton.B.bit);
        for (final OperatorRequest others : OperatorRequest.values()) {
            assertEquals(
                    others == OperatorRequest.STOP ? OperatorRequest.STOP : OperatorRequest.NONE,
                    tick(others),
                    others.name());
        }
    }
}
