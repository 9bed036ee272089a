package io.fortyeight.contest;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class ContestStateConverter implements AttributeConverter<ContestState, String> {

    @Override
    public String convertToDatabaseColumn(ContestState state) {
        return state.wire();
    }

    @Override
    public ContestState convertToEntityAttribute(String wire) {
        return ContestState.ofWire(wire);
    }
}
