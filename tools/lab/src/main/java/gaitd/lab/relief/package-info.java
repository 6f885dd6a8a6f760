/**
 * Pictures of terrains: shaded relief seen from a corner in parallel perspective, with a robot as the scale. Triangles are
 * drawn into a depth buffer, once from the viewer and once from the sun for the shadows.
 */
package gaitd.lab.relief;
