package gaitd.robot.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTextTest {
    private static String describe(final Fault fault, final int joint, final double value) {
        final TickFrame frame = new TickFrame();
        frame.put(TickField.FAULT, fault.ordinal());
        frame.put(TickField.FAULT_JOINT, joint);
        frame.putReal(TickField.FAULT_VALUE, 0, value);
        return FaultText.describe(frame);
    }

    @Test
    void namesJointValueAndUnit() {
        final String text = describe(Fault.TEMPERATURE, 5, 81);
        assertTrue(text.contains(A1.jointName(5)) && text.contains("81.00 deg C"), text);
    }

    @Test
    void saysNothingOfValuesThatAreNone() {
        assertFalse(describe(Fault.STATE_NOT_FINITE, -1, Double.NaN).contains("NaN"));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultHasMeaningAndAdvice(final Fault fault) {
        final String text = describe(fault, -1, 1);
        assertTrue(text.contains(fault.meaning), text);
        assertTrue(text.length() > text.indexOf("; ") + 10, text);
    }
}
