/**
 * The central pattern generator: a gait's phases, four oscillators, and the path each makes its foot follow. Plain
 * mathematics in the leg order FR, FL, RR, RL, with axes x forward, y left, z up.
 */
package gaitd.policies.cpg;
