package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.classic.CartPole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A student that is shown how a pole is balanced. */
class ImitationTest {
    private static final int POLES = 16;
    private static final ImitationSettings SETTINGS = new ImitationSettings(64, 3, 2, 8, 16, 0.01, 0.001, 0.5);

    private int begun;

    /** Pushes towards where the pole leans, and counts the poles that begin anew. */
    private void push(final float[] observation, final boolean[] begins, final float[] action) {
        for (int i = 0; i < POLES; i++) {
            begun += begins[i] ? 1 : 0;
            final float lean = 3 * observation[4 * i + 1] + observation[4 * i + 3];
            action[i] = Math.clamp(2 * lean, -2, 2);
        }
    }

    private Imitation imitation(final NetKind kind, final long seed) {
        final CartPole poles = new CartPole(POLES, false);
        final Net net = Nets.of(NetPlan.of(kind, Rule.BPTT, List.of(12)), poles.observations(), poles.actions());
        final float[] ones = new float[poles.observations()];
        Arrays.fill(ones, 1);
        return new Imitation(net, poles, this::push, new float[][] {new float[ones.length], ones}, SETTINGS, 6, seed);
    }

    @Test
    void theStudentComesCloserAndBalancesByItself() {
        for (final NetKind kind : new NetKind[] {NetKind.MLP, NetKind.LTC, NetKind.LSTM}) {
            final Imitation imitation = imitation(kind, 1);
            assertTrue(Double.isNaN(imitation.error()));
            for (int i = 0; i < 6; i++) {
                begun = 0;
                imitation.round();
            }
            assertEquals(6, imitation.rounds());
            assertTrue(imitation.error() < 0.02, kind + ": " + imitation.error());
            // each begins once; unheld it would fall, and begin again, three times in a round
            assertTrue(begun >= POLES && begun < 1.5 * POLES, kind + ": " + begun);
        }
    }

    @Test
    void whatWasWrittenGoesOnToTheSameBits() throws IOException {
        final Imitation whole = imitation(NetKind.LTC, 3);
        final Imitation first = imitation(NetKind.LTC, 3);
        for (int i = 0; i < 5; i++) {
            whole.round();
        }
        for (int i = 0; i < 4; i++) {
            first.round();
        }
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        first.write(new DataOutputStream(bytes));
        final Imitation second = imitation(NetKind.LTC, 3);
        second.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        second.round();
        assertArrayEquals(whole.student(), second.student());
        assertEquals(whole.error(), second.error());
        final Imitation other = imitation(NetKind.LTC, 4);
        other.round();
        assertFalse(Arrays.equals(first.student(), other.student()), "another seed learns the same");
    }

    @Test
    void aCheckpointOfMoreRoundsThanAreKeptIsNone() throws IOException {
        final Imitation it = imitation(NetKind.MLP, 1);
        it.round();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        it.write(new DataOutputStream(bytes));
        final byte[] damaged = bytes.toByteArray();
        final int floats = 64 * POLES * 5;
        final int countAt = damaged.length - (8 + 4 * floats + 64 * POLES) - 4;
        assertEquals(1, damaged[countAt + 3]);
        damaged[countAt + 3] = 4;
        final IOException refusal = assertThrows(
                IOException.class,
                () -> imitation(NetKind.MLP, 1).read(new DataInputStream(new ByteArrayInputStream(damaged))));
        assertEquals("4 rounds are kept where there may be 3", refusal.getMessage());
    }

    /** Shows the sum of this input and the one before: who forgets between windows cannot know it at a window's first step. */
    @Test
    void aStateGoesOnAcrossWindowsAndAnEpisodesEndCutsIt() {
        final Demonstrations shown = new Demonstrations(8, 64, 1, 1);
        final RandomStream random = new RandomStream(1);
        for (int i = 0; i < 8; i++) {
            for (int step = 0; step < 64; step++) {
                final int row = shown.row(i, step);
                shown.input[row] = random.nextBoolean() ? 1 : -1;
                shown.begins[row] = step % 24 == 0;
                shown.action[row] = shown.begins[row] ? 0 : 0.8f * shown.input[shown.row(i, step - 1)];
            }
        }
        final Net net = Nets.of(NetPlan.of(NetKind.LSTM, Rule.BPTT, List.of(12)), 1, 1);
        final ImitationSettings often = new ImitationSettings(64, 1, 20, 8, 2, 0.02, 0.005, 0);
        final Copying copying = new Copying(net, shown, often, 12, 1);
        for (int i = 0; i < 12; i++) {
            copying.round();
        }
        // in half of the steps the input before is of the window before
        assertTrue(copying.error() < 0.1, "error " + copying.error());
    }

    @Test
    void settingsAreCheckedOnBothSides() {
        for (final String wrong : List.of(
                "0 1 1 1 1 0.1 0.1 0",
                "65537 1 1 1 1 0.1 0.1 0",
                "4 0 1 1 1 0.1 0.1 0",
                "4 1 0 1 1 0.1 0.1 0",
                "4 1 1 0 1 0.1 0.1 0",
                "4 1 1 1 0 0.1 0.1 0",
                "4 1 1 1 3 0.1 0.1 0",
                "4 1 1 1 4 0 0.1 0",
                "4 1 1 1 4 1.1 0.1 0",
                "4 1 1 1 4 0.1 0 0",
                "4 1 1 1 4 0.1 1.1 0",
                "4 1 1 1 4 0.1 0.1 -0.1",
                "4 1 1 1 4 0.1 0.1 1.1",
                "4 1 1 1 4 0.1 0.1 NaN")) {
            final String[] v = wrong.split(" ", -1);
            assertThrows(IllegalArgumentException.class, () -> settings(v), wrong);
        }
        assertEquals(1, settings("65536 1 1 1 65536 1 1 1".split(" ", -1)).teacherShare(9));
        final ImitationSettings half = settings("4 1 1 1 4 0.1 0.01 0.5".split(" ", -1));
        assertEquals(1, half.teacherShare(0));
        assertEquals(0.25, half.teacherShare(2));
        assertEquals(0.1, half.rate(0, 10));
        assertEquals(0.01, half.rate(9, 10), 1e-12);
        assertEquals(0.1, half.rate(0, 1));
    }

    private static ImitationSettings settings(final String... v) {
        return new ImitationSettings(
                Integer.parseInt(v[0]),
                Integer.parseInt(v[1]),
                Integer.parseInt(v[2]),
                Integer.parseInt(v[3]),
                Integer.parseInt(v[4]),
                Double.parseDouble(v[5]),
                Double.parseDouble(v[6]),
                Double.parseDouble(v[7]));
    }

    @Test
    void batchesNeedAsManySequences() {
        final CartPole poles = new CartPole(7, false);
        final Net net = Nets.of(NetPlan.of(NetKind.MLP, Rule.BPTT, List.of(4)), poles.observations(), poles.actions());
        final float[][] normal = {new float[4], {1, 1, 1, 1}};
        assertThrows(
                IllegalArgumentException.class, () -> new Imitation(net, poles, this::push, normal, SETTINGS, 1, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Copying(net, new Demonstrations(7, 64, 4, 1), SETTINGS, 1, 1));
        new Copying(net, new Demonstrations(8, 64, 4, 1), SETTINGS, 1, 1).round();
    }
}
