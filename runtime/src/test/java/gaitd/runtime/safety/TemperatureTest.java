package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {
    private final Rig rig = new Rig();

    /** A standing robot whose motors have been at a temperature for long. */
    private void stand(final int celsius) {
        Arrays.fill(rig.robot.says.motorTemperatureC, celsius);
        rig.stand();
    }

    private TickFrame at(final int joint, final int celsius) {
        rig.robot.says.motorTemperatureC[joint] = celsius;
        return rig.run(0.2);
    }

    private static boolean has(final TickFrame frame, final Fault fault) {
        return (frame.get(TickField.FAULT_BITS) & fault.bit()) != 0;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void tellsThenSlowsThenSitsDown(final int joint) {
        stand(60);
        assertEquals(Fault.NONE, Rig.fault(at(joint, 65)));
        assertEquals(Fault.TEMPERATURE_WARM, Rig.fault(at(joint, 66)));
        assertFalse(has(at(joint, 74), Fault.TEMPERATURE_DERATED));
        assertEquals(Fault.TEMPERATURE_DERATED, Rig.fault(at(joint, 75)));
        assertFalse(has(at(joint, 80), Fault.TEMPERATURE));
        final TickFrame frame = at(joint, 81);
        assertEquals(Fault.TEMPERATURE, Rig.fault(frame));
        assertEquals(joint, frame.get(TickField.FAULT_JOINT));
        assertEquals(81, frame.real(TickField.FAULT_VALUE, 0));
        assertEquals(Mode.SIT_DOWN, Rig.mode(rig.run(1)));
        assertEquals(Mode.FAULT, Rig.mode(rig.run(2)));
        rig.assertDamping();
    }

    @ParameterizedTest
    @CsvSource({"40, false", "110, true"})
    void readingsOfLessThanATenthOfASecondAreNoHeat(final int ticks, final boolean hot) {
        stand(60);
        for (int times = 0; times < 20; times++) {
            rig.robot.says.motorTemperatureC[4] = 120;
            rig.run(ticks * 0.002);
            rig.robot.says.motorTemperatureC[4] = 60;
            rig.tick();
        }
        final TickFrame frame = rig.tick();
        assertEquals(hot, has(frame, Fault.TEMPERATURE));
        assertEquals(hot, has(frame, Fault.TEMPERATURE_DERATED));
        assertEquals(hot, has(frame, Fault.TEMPERATURE_WARM));
        assertTrue(has(frame, Fault.TEMPERATURE_SENSOR));
    }

    @Test
    void halvesTheVelocityOfAMotorThatIsNearlyTooHot() {
        rig.walk();
        at(3, 75);
        rig.say(0.4, 0.2, -0.6);
        final TickFrame frame = rig.run(2);
        assertEquals(Mode.WALK, Rig.mode(frame));
        assertEquals(0.2, frame.real(TickField.COMMAND, 0), 1e-6);
        assertEquals(0.1, frame.real(TickField.COMMAND, 1), 1e-6);
        assertEquals(-0.3, frame.real(TickField.COMMAND, 2), 1e-6);
    }

    @Test
    void forecastsWhenAMotorWillBeTooHot() {
        stand(50);
        TickFrame frame = at(7, 50);
        for (int celsius = 50; celsius < 72 && !has(frame, Fault.TEMPERATURE_FORECAST); celsius++) {
            rig.robot.says.motorTemperatureC[7] = celsius;
            frame = rig.run(2);
        }
        assertTrue(has(frame, Fault.TEMPERATURE_FORECAST), "a degree in 2 s is 18 s from 80 at 71");
        assertFalse(has(frame, Fault.TEMPERATURE_DERATED));
    }

    @Test
    void doesNotForecastFromSlowRises() {
        stand(50);
        for (int celsius = 50; celsius < 60; celsius++) {
            rig.robot.says.motorTemperatureC[7] = celsius;
            assertEquals(Fault.NONE, Rig.fault(rig.run(12)));
        }
    }

    @Test
    void tellsOfAHotBoard() {
        rig.stand();
        rig.robot.says.imuTemperatureC = 85;
        assertEquals(Fault.NONE, Rig.fault(rig.tick()));
        rig.robot.says.imuTemperatureC = 86;
        assertEquals(Fault.BOARD_TEMPERATURE, Rig.fault(rig.tick()));
        assertEquals(Mode.STAND, Rig.mode(rig.run(1)));
    }

    @Test
    void doesNotClearWhileAMotorIsHot() {
        rig.stand();
        at(5, 81);
        rig.run(4);
        rig.ask(OperatorRequest.CLEAR_FAULT);
        assertEquals(Mode.FAULT, Rig.mode(rig.run(0.1)));
        at(5, 60);
        rig.ask(OperatorRequest.CLEAR_FAULT);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.run(0.1)));
    }
}
