package io.fortyeight.contest.directory;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
public class ContestStateConverter implements AttributeConverter<ContestState, String> {

    @Override
    public String convertToDatabaseColumn(ContestState state) {
        return state.jsonName();
    }

    @Override
    public ContestState convertToEntityAttribute(String jsonName) {
        return ContestState.ofJsonName(jsonName);
    }
}
