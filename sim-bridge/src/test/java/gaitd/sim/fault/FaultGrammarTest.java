package gaitd.sim.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.ConfigException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultGrammarTest {
    static Stream<String> everyFault() {
        return Stream.of(FaultComponent.values())
                .flatMap(component -> component.forms().stream()
                        .map(form -> component.group
                                + (component.instances == FaultInstances.ONE
                                        ? ""
                                        : "." + component.instances.names().getLast())
                                + (component.quantity.isEmpty() ? "" : "." + component.quantity)
                                + "." + form.type().key()));
    }

    @ParameterizedTest
    @MethodSource("everyFault")
    void readsEveryFaultOfTheTableAndWritesItBack(final String name) {
        final InjectedFault fault = FaultGrammar.parse(name + "@5..8");
        assertEquals(name, fault.name());
        assertEquals(fault, FaultGrammar.parse(fault.text()));
        assertEquals(1, Integer.bitCount(fault.bits()));
        assertFalse(fault.isActive(Math.nextDown(5.0)));
        assertTrue(fault.isActive(5));
        assertTrue(fault.isActive(Math.nextDown(8.0)));
        assertFalse(fault.isActive(8));
    }

    @Test
    void aFaultWithoutAnEndStays() {
        for (final String text : List.of("board.hung@5", "board.hung@5..")) {
            final InjectedFault fault = FaultGrammar.parse(text);
            assertFalse(fault.isActive(4.999));
            assertTrue(fault.isActive(1e9));
            assertEquals("board.hung@5..", fault.text());
        }
    }

    @ParameterizedTest
    @CsvSource({"motor.all.off, 4095", "motor.FL.off, 56", "motor.RL_hip.off, 512", "foot.RR.off, 4", "foot.all.off, 15"
    })
    void aNameMeansOneALegOrAll(final String name, final int bits) {
        assertEquals(bits, FaultGrammar.parse(name + "@0").bits());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "imu.rpy.stuck | does not say when",
                "imu.rpy.saturated@1 | imu.rpy cannot be saturated; it can be off, stuck, garbage, offset",
                "imu.yaw.stuck@1 | expected imu.TYPE, imu.gyro.TYPE",
                "imux.off@1 | expected joint.JOINT.angle.TYPE",
                "joint.XX_hip.angle.off@1 | there is no joint XX_hip; expected all, FR_hip",
                "joint.FR_hip.off@1 | expected joint.JOINT.angle.TYPE",
                "motor.off@1 | expected motor.JOINT.TYPE",
                "foot.FR_hip.off@1 | there is no foot FR_hip; expected all, FR, FL, RR, RL",
                "board.reset:-1@1 | reset of -1 is out of range; expected 0.01 to 60.0 s",
                "board.hung:3@1 | hung takes no argument; leave :3 out",
                "state.delayed:x@1 | 'x' is not a number",
                "state.delayed:NaN@1 | delayed of NaN is out of range",
                "board.off@-1 | no time to be there",
                "board.off@NaN | no time to be there",
                "board.off@5..5 | no time to be there",
                "board.off@5..4 | no time to be there",
                "board.off@.. | '' is not a number",
                "process.killed@1 | process belongs to the controller's computer",
                "operator.off@1 | 'gaitd bench faults' breaks it",
                "control.killed@1 | with --real-time",
                "companion.paused@1 | with --real-time",
                "clock.offset@1 | reads the monotonic clock alone",
                "disk.full@1 | writes no file",
                "memory.full@1 | takes none after its start"
            })
    void refusesInOneLineThatSaysWhatWasExpected(final String request, final String words) {
        final String message = assertThrows(ConfigException.class, () -> FaultGrammar.parse(request))
                .getMessage();
        assertTrue(message.contains(words), message);
        assertTrue(message.contains(request.replaceFirst("@.*", "")), message);
    }
}
