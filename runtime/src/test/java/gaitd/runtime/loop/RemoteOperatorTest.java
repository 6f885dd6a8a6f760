package gaitd.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gaitd.hal.RemoteButton;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.OperatorState;
import gaitd.runtime.command.Verdict;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RemoteOperatorTest {
    private static final Config COMMANDING =
            new Config.Builder().toml("operator.remote = \"command\"", "test").conclude();

    private Rig rig = new Rig(COMMANDING);

    private ByteBuffer wire() {
        return ByteBuffer.wrap(rig.robot.says.wirelessRemote).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void buttons(final int bits) {
        wire().put(0, (byte) 0x55).putShort(2, (short) bits);
    }

    private void sticks(final double lx, final double ly, final double rx) {
        wire().put(0, (byte) 0x55)
                .putFloat(4, (float) lx)
                .putFloat(8, (float) rx)
                .putFloat(20, (float) ly);
    }

    private TickFrame press(final int button) {
        buttons(button);
        rig.tick();
        buttons(0);
        return rig.tick();
    }

    private TickFrame walkByRemote() {
        rig.run(0.1);
        press(RemoteButton.A.bit);
        rig.run(rig.config.get(Setting.STAND_UP_S) + 0.2);
        press(RemoteButton.START.bit);
        final TickFrame frame = rig.run(1);
        assertEquals(Mode.WALK, Rig.mode(frame));
        return frame;
    }

    private static double command(final TickFrame frame, final int axis) {
        return frame.real(TickField.COMMAND, axis);
    }

    @Test
    void standsWalksSteersAndSits() {
        rig.silence();
        walkByRemote();
        sticks(0, 1, 0);
        assertEquals(rig.config.get(Setting.VX_MAX), command(rig.run(3), 0), 1e-6);
        sticks(-0.54, 0, 0);
        assertEquals(rig.config.get(Setting.VY_MAX) / 2, command(rig.run(3), 1), 1e-3);
        sticks(0, 0, 0.54);
        assertEquals(-rig.config.get(Setting.YAW_MAX) / 2, command(rig.run(3), 2), 1e-3);
        sticks(0.07, -0.07, 0.07);
        assertEquals(0, command(rig.run(3), 0));
        press(RemoteButton.X.bit);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.run(4)));
    }

    @Test
    void stopsWhoeverCommandsAndWhateverTheSettingsSay() {
        rig = new Rig();
        rig.walk();
        buttons(RemoteButton.B.bit);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.tick()));
        rig.assertDamping();
        rig.ask(OperatorRequest.STAND);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.run(0.5)));
        buttons(0);
        final TickFrame frame = rig.run(0.5);
        assertEquals(Mode.PASSIVE, Rig.mode(frame));
        assertEquals(1, frame.get(TickField.STOPS));
        rig.ask(OperatorRequest.STAND);
        assertEquals(Mode.STAND_UP, Rig.mode(rig.run(0.1)));
    }

    @Test
    void whatIsAskedForWhileTheStopIsHeldIsRefusedAndWhatIsAcceptedIsObeyed() {
        rig = new Rig();
        rig.walk();
        buttons(RemoteButton.B.bit);
        rig.run(0.1);
        for (final OperatorRequest request : OperatorRequest.values()) {
            if (request != OperatorRequest.STOP) {
                final long ticket = rig.requests.offer(request, null, 0, 0, 0);
                rig.tick();
                assertEquals(Verdict.VOID, rig.requests.verdict(ticket), request::name);
            }
        }
        buttons(0);
        final long ticket = rig.requests.offer(OperatorRequest.STAND, null, 0, 0, 0);
        assertEquals(Mode.STAND_UP, Rig.mode(rig.tick()));
        assertEquals(Verdict.ACCEPTED, rig.requests.verdict(ticket));
    }

    @Test
    void moreThanTheStopIsNotListenedToUnlessTheSettingsSaySo() {
        rig = new Rig();
        rig.run(0.1);
        press(RemoteButton.A.bit);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.run(0.5)));
        rig.walk();
        sticks(0, 1, 0);
        assertEquals(0, command(rig.run(1), 0));
    }

    @Test
    void aRemoteThatIsLostIsAnOperatorThatIsLost() {
        walkByRemote();
        sticks(0, 0.5, 0);
        assertNotEquals(0, command(rig.run(2), 0));
        Arrays.fill(rig.robot.says.wirelessRemote, (byte) 0);
        TickFrame frame = rig.run(rig.config.get(Setting.OPERATOR_TIMEOUT_MS) * 1e-3 + 1);
        assertEquals(0, command(frame, 0));
        assertEquals(Mode.WALK, Rig.mode(frame));
        assertEquals(OperatorState.LOST.ordinal(), frame.get(TickField.OPERATOR_STATE));
        frame = rig.run(rig.config.get(Setting.OPERATOR_STAND_S));
        assertEquals(Mode.STAND, Rig.mode(frame));
    }

    @Test
    void aStickThatNobodyMovesIsAPersonWhoIsGone() {
        walkByRemote();
        sticks(0, 0.5, 0);
        assertNotEquals(0, command(rig.run(9), 0));
        final TickFrame frame = rig.run(2);
        assertEquals(0, command(frame, 0));
        assertEquals(OperatorState.IDLE.ordinal(), frame.get(TickField.OPERATOR_STATE));
        assertEquals(Mode.STAND, Rig.mode(rig.run(2)));
    }

    @Test
    void whoActedLastCommands() {
        walkByRemote();
        sticks(0, 1, 0);
        assertNotEquals(0, command(rig.run(2), 0));
        rig.requests.act();
        rig.ask(OperatorRequest.NONE);
        assertEquals(0, command(rig.run(2), 0));
        sticks(0, 0.9, 0);
        assertNotEquals(0, command(rig.run(2), 0));
    }
}
