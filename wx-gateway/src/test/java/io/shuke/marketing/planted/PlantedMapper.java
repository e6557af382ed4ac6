package io.shuke.marketing.planted;

/** A mapper that shows itself. */
public interface PlantedMapper {}
