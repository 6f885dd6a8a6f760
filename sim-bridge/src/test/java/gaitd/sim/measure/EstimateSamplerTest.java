package gaitd.sim.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import org.junit.jupiter.api.Test;

class EstimateSamplerTest {
    private final TickFrame frame = new TickFrame();
    private final WalkSample sample = new WalkSample();

    private void read() {
        new EstimateSampler(0.002).read(frame, sample);
    }

    @Test
    void takesWhatTheControllerBelieves() {
        frame.putReal(TickField.POSITION, 0, 1.5);
        frame.putReal(TickField.POSITION, 1, -0.5);
        frame.putReal(TickField.POSITION, 2, 0.25);
        frame.putReal(TickField.VELOCITY, 0, 0.5);
        frame.putReal(TickField.VELOCITY, 1, 0.25);
        frame.putReal(TickField.VELOCITY, 2, -0.125);
        frame.putReal(TickField.RPY, 2, Math.PI / 2);
        frame.putReal(TickField.TILT, 0, 0.5);
        frame.putReal(TickField.POWER, 0, 30);
        read();
        assertEquals(1.5, sample.xM);
        assertEquals(-0.5, sample.yM);
        assertEquals(0.25, sample.heightM);
        assertEquals(0.5, sample.forwardMS);
        assertEquals(0.25, sample.leftMS);
        assertEquals(-0.125, sample.upwardMS);
        assertEquals(1, sample.headingSin, 1e-6);
        assertEquals(0.5, sample.tiltRad(), 1e-6);
        assertEquals(0.06, sample.workJ, 1e-9);
        assertFalse(sample.bodyContact);
        assertTrue(Double.isNaN(sample.slipM), "sliding of feet is not known from an estimate");
    }

    /** A trunk that leans forward and turns about the vertical rolls too, in its own axes. */
    @Test
    void turningIsAboutTheVertical() {
        frame.putReal(TickField.QUATERNION, 0, Math.cos(0.2));
        frame.putReal(TickField.QUATERNION, 2, Math.sin(0.2));
        frame.putReal(TickField.GYRO, 0, -Math.sin(0.4) * 0.7);
        frame.putReal(TickField.GYRO, 2, Math.cos(0.4) * 0.7);
        read();
        assertEquals(0.7, sample.yawRadS, 1e-6);
    }
}
